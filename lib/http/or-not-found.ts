import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** For pages: what is missing, foreign or asked for by an address that makes no sense is the page that does not exist. */
export async function orNotFound<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "INVALID")) notFound();
    throw error;
  }
}
