import { parentPort, workerData } from "node:worker_threads";
import { splitClaims } from "@/lib/claims/split-claims";

const { text, options } = workerData as { text: string; options: { language?: string } };
parentPort?.postMessage(splitClaims(text, options));
