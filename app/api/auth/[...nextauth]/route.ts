import { handleAuthRequest } from "@/lib/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Context): Promise<Response> {
  return await handleAuthRequest(request, (await context.params).nextauth);
}

export { handle as GET, handle as POST };
