import pg from "pg";
import { ACTIVITY_CHANNEL } from "@/lib/activity/mutations";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/log";

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;

/** Told which chain has grown, or null when anything may have: after a time without connection. */
export type OnGrowth = (chainId: string | null) => void;

/**
 * One connection that hears of every new entry of the record, whichever process wrote it. A lost connection comes
 * back by itself.
 */
export class ActivityListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private delayMs = FIRST_DELAY_MS;
  private isWanted = false;

  constructor(private readonly onGrowth: OnGrowth) {}

  start(): void {
    if (this.isWanted) return;
    this.isWanted = true;
    void this.connect();
  }

  stop(): void {
    this.isWanted = false;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { client } = this;
    this.client = null;
    client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: env.DATABASE_URL,
      application_name: "beleg live",
      keepAlive: true,
    });
    this.client = client;
    client.on("notification", ({ payload }) => this.onGrowth(chainIdOf(payload)));
    client.on("error", (error) => this.reconnect(client, error));
    client.on("end", () => this.reconnect(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${ACTIVITY_CHANNEL}`);
    } catch (error) {
      this.reconnect(client, error);
      return;
    }
    if (this.client !== client) return;
    this.delayMs = FIRST_DELAY_MS;
    this.onGrowth(null);
  }

  private reconnect(client: pg.Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    if (!this.isWanted) return;
    log.warn("live.connection-lost", error === null ? {} : describeError(error));
    this.timer = setTimeout(() => void this.connect(), this.delayMs);
    this.timer.unref();
    this.delayMs = Math.min(LONGEST_DELAY_MS, this.delayMs * 2);
  }
}

function chainIdOf(payload: string | undefined): string | null {
  const { chainId } = JSON.parse(payload ?? "{}") as { chainId?: unknown };
  return typeof chainId === "string" ? chainId : null;
}
