import { assistSettingViewSchema } from "@/lib/assist/assist-views";
import { updateAssistSetting } from "@/lib/assist/mutations";
import { getAssistSetting } from "@/lib/assist/queries";
import { updateAssistSettingSchema } from "@/lib/assist/schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  summary: "The desk's language model, without its key",
  response: assistSettingViewSchema,
  handler: ({ actor }) => getAssistSetting(actor),
});

export const PATCH = route({
  summary:
    "Changes the desk's language model; switching on takes the host that text goes to as `confirmedHost`",
  body: updateAssistSettingSchema,
  response: assistSettingViewSchema,
  handler: ({ actor, body }) => updateAssistSetting(actor, body),
});
