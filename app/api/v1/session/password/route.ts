import { clientAddressOf } from "@/lib/auth/client-address";
import { route } from "@/lib/http/route";
import { changePassword } from "@/lib/members/mutations";
import { changePasswordSchema } from "@/lib/members/schemas";

export const POST = route({
  summary: "Change my password; ends my other sessions",
  body: changePasswordSchema,
  status: 204,
  handler: async ({ actor, body, request }) =>
    changePassword(actor, { ...body, clientAddress: clientAddressOf(request.headers) }),
});
