import { describe, expect, it } from "vitest";
import { createSemaphore } from "./semaphore";

describe("createSemaphore", () => {
  it("never runs more than its limit at once, and everyone in the order they came", async () => {
    const semaphore = createSemaphore({ limit: 2, maxWaiting: 100 });
    const order: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        semaphore.run(async () => {
          running++;
          most = Math.max(most, running);
          order.push(index);
          await Promise.resolve();
          running--;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it("gives its place back when a task fails", async () => {
    const semaphore = createSemaphore({ limit: 1, maxWaiting: 0 });
    await expect(semaphore.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(semaphore.isFull()).toBe(false);
    await expect(semaphore.run(async () => "yes")).resolves.toBe("yes");
  });

  it("says when nobody else may wait", async () => {
    const semaphore = createSemaphore({ limit: 1, maxWaiting: 1 });
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    const first = semaphore.run(() => promise);
    expect(semaphore.isFull()).toBe(false);
    const second = semaphore.run(async () => undefined);
    expect(semaphore.isFull()).toBe(true);
    resolve();
    await Promise.all([first, second]);
    expect(semaphore.isFull()).toBe(false);
  });
});
