import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A Beleg that a test started as `npm start` does. */
export type AppProcess = {
  url: string;
  pid: number;
  /** Everything written so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when the process has ended. */
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: NodeJS.Signals): void;
};

/** A port that nobody used a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}

/** Starts the app and returns at once. The environment of the test says nothing to it but PATH and the like. */
export function spawnApp(settings: {
  port: number;
  dataFolder: string;
  env?: Record<string, string>;
}): AppProcess {
  const { port, dataFolder, env = {} } = settings;
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(BELEG_|NEXTAUTH_|NODE_ENV$|DATABASE_URL$|HOST$|PORT$|VITEST)/.test(name),
    ),
  );
  const child: ChildProcess = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...inherited, PORT: String(port), BELEG_DATA: dataFolder, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return {
    url: env.BELEG_URL ?? `http://localhost:${port}`,
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    exit: new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal }))),
    kill: (signal) => child.kill(signal),
  };
}

/** Waits for the ready line. @throws with everything the app said when it ends instead. */
export async function untilReady(app: AppProcess): Promise<AppProcess> {
  let hasEnded = false;
  app.exit.then(() => {
    hasEnded = true;
  });
  while (!app.stdout().includes("Beleg is ready: ")) {
    if (hasEnded) throw new Error(`Beleg did not start:\n${app.stdout()}\n${app.stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return app;
}

/** Starts the app and waits until it answers. */
export async function startApp(dataFolder: string, env: Record<string, string> = {}): Promise<AppProcess> {
  return untilReady(spawnApp({ port: await findFreePort(), dataFolder, env }));
}
