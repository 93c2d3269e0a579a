import { invalid } from "@/lib/errors";
import { readEndpointAddress } from "./endpoint-address";

/** The fields of the setting as they are compared and recorded: of the key only whether there is one. */
export type SettingFields = {
  isEnabled: boolean;
  baseUrl: string;
  model: string;
  apiKey: "stored" | "new" | null;
};

/** Whoever switches on must have seen where text goes. */
export const JUDGED_WITH = { isEnabled: ["baseUrl"] } as const;

/**
 * What the setting is after an edit. Another address switches off until somebody confirms where text goes now; one on
 * another server forgets the key too, which would otherwise be sent to whom it was never meant for.
 * @throws INVALID where it cannot be switched on
 */
export function completeSetting(
  stored: SettingFields,
  sent: Partial<SettingFields>,
  confirmedHost: string | undefined,
): Partial<SettingFields> {
  const next: Partial<SettingFields> = { ...sent };
  if (sent.baseUrl !== undefined && sent.baseUrl !== stored.baseUrl) {
    if (sent.isEnabled !== true) next.isEnabled = false;
    if (originOf(sent.baseUrl) !== originOf(stored.baseUrl) && sent.apiKey === undefined) next.apiKey = null;
  }
  if (next.isEnabled !== true) return next;
  const { baseUrl, model } = { ...stored, ...next };
  const address = readEndpointAddress(baseUrl);
  if ("rule" in address) throw invalid("baseUrl", baseUrl === "" ? "required" : address.rule);
  if (model === "") throw invalid("model", "required");
  if (confirmedHost !== address.host) throw invalid("confirmedHost", "notConfirmed");
  return next;
}

const originOf = (baseUrl: string) => (URL.canParse(baseUrl) ? new URL(baseUrl).origin : null);
