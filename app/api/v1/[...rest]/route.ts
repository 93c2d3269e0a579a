import { problem } from "@/lib/http/problem";

/** What is not there says so like every other refusal of the interface, not with a page for people. */
function refuse(): Response {
  return problem("NOT_FOUND");
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
