/**
 * Gives the writes of one form their mutationId: the same one while the same input is tried again, so that trying again
 * after an unknown outcome doubles nothing. Success or another input makes a new one.
 */
export function createRepeatableWrite(newMutationId: () => string) {
  let tried: { input: string; mutationId: string } | null = null;
  return async function write<Input extends object, Result>(
    input: Input,
    send: (input: Input & { mutationId: string }) => Promise<Result>,
  ): Promise<Result> {
    const text = JSON.stringify(input);
    if (tried?.input !== text) tried = { input: text, mutationId: newMutationId() };
    const result = await send({ ...input, mutationId: tried.mutationId });
    tried = null;
    return result;
  };
}
