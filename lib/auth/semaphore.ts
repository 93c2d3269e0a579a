/** Lets `limit` tasks run at once; the others wait in the order they came, at most `maxWaiting` of them. */
export function createSemaphore({ limit, maxWaiting }: { limit: number; maxWaiting: number }) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    /** True when a further task would be turned away. */
    isFull: () => running >= limit && waiting.length >= maxWaiting,

    async run<Result>(task: () => Promise<Result>): Promise<Result> {
      if (running < limit) running++;
      // The place of the task that ends is handed on, so `running` stays as it is.
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
