/**
 * Names the origin a source goes back to. Sources that somebody put in one origin group share it (ten reprints of a
 * wire report are one origin); any other source is an origin of its own.
 */
export function originOf(source: { id: string; originGroup: string | null }): string {
  return source.originGroup === null ? `source:${source.id}` : `group:${source.originGroup}`;
}

/** How many independent origins stand behind the sources, each counted once. */
export function countIndependentOrigins(
  sources: readonly { id: string; originGroup: string | null }[],
): number {
  return new Set(sources.map(originOf)).size;
}
