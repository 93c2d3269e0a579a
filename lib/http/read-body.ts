/** Why a body was not read; the wrapper answers each with its status. */
export type UnreadableBody = "tooLarge" | "notUtf8";

/**
 * Reads a body as UTF-8 text of at most `maxBytes` bytes. Neither an endless stream nor a false Content-Length makes
 * it hold more than that.
 */
export async function readText(
  request: Request,
  maxBytes: number,
): Promise<{ text: string } | { failure: UnreadableBody }> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) {
    await request.body?.cancel();
    return { failure: "tooLarge" };
  }
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  const reader = request.body?.getReader();
  let text = "";
  let size = 0;
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > maxBytes) {
        await reader.cancel();
        return { failure: "tooLarge" };
      }
      text += decoder.decode(value, { stream: true });
    }
    return { text: text + decoder.decode() };
  } catch (error) {
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
      await reader?.cancel();
      return { failure: "notUtf8" };
    }
    throw error;
  }
}

/** The essence of a Content-Type, in lower case: "application/json" of "Application/JSON; charset=utf-8". */
export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
