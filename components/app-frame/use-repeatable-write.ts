import { useState } from "react";
import { newMutationId } from "@/lib/http/api-client";
import { createRepeatableWrite } from "./repeatable-write";

/** The writes of one form, each of which can be tried again without doing anything twice. */
export function useRepeatableWrite(): ReturnType<typeof createRepeatableWrite> {
  return useState(() => createRepeatableWrite(newMutationId))[0];
}
