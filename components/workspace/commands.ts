import { VERDICTS } from "@/lib/claims/verdict-scale";

/**
 * Everything the keyboard can do in the workspace: the only place that ties a key to a meaning. The help sheet lists
 * this table and every control shows its key from it. `key` is a value of KeyboardEvent.key, so layouts don't matter.
 */
export const COMMANDS = [
  { id: "nextClaim", key: "j", group: "move", needs: "nothing" },
  { id: "previousClaim", key: "k", group: "move", needs: "nothing" },
  { id: "openClaim", key: "Enter", group: "move", needs: "claim" },
  { id: "goBack", key: "Escape", group: "move", needs: "nothing" },
  { id: "setVerdict1", key: "1", group: "verdict", needs: "editing" },
  { id: "setVerdict2", key: "2", group: "verdict", needs: "editing" },
  { id: "setVerdict3", key: "3", group: "verdict", needs: "editing" },
  { id: "setVerdict4", key: "4", group: "verdict", needs: "editing" },
  { id: "setVerdict5", key: "5", group: "verdict", needs: "editing" },
  { id: "setVerdict6", key: "6", group: "verdict", needs: "editing" },
  { id: "setVerdict7", key: "7", group: "verdict", needs: "editing" },
  { id: "setVerdict8", key: "8", group: "verdict", needs: "editing" },
  { id: "setVerdict9", key: "9", group: "verdict", needs: "editing" },
  { id: "editReason", key: "r", group: "edit", needs: "editing" },
  { id: "editWording", key: "t", group: "edit", needs: "editing" },
  { id: "splitClaim", key: "d", group: "edit", needs: "editing" },
  { id: "mergeClaims", key: "m", group: "edit", needs: "editing" },
  { id: "setAside", key: "o", group: "edit", needs: "editing" },
  { id: "takeBack", key: "p", group: "edit", needs: "editing" },
  { id: "attachSource", key: "s", group: "edit", needs: "editing" },
  { id: "addNote", key: "n", group: "edit", needs: "noting" },
  { id: "assign", key: "a", group: "edit", needs: "editing" },
  { id: "setState", key: "w", group: "edit", needs: "state" },
  { id: "addClaim", key: "c", group: "edit", needs: "selection" },
  { id: "undo", key: "z", group: "edit", needs: "nothing" },
  { id: "save", key: "Enter", modifier: true, group: "write", needs: "nothing" },
  { id: "showHelp", key: "?", group: "write", needs: "nothing" },
] as const satisfies readonly CommandShape[];

/** What must be there for a command to do anything. */
export type CommandNeed = "nothing" | "claim" | "editing" | "noting" | "state" | "selection";
type CommandShape = {
  id: string;
  key: string;
  group: "move" | "verdict" | "edit" | "write";
  needs: CommandNeed;
  /** Held together with Ctrl, or Cmd on a Mac. */
  modifier?: true;
};

export type Command = (typeof COMMANDS)[number];
export type CommandId = Command["id"];
export const COMMAND_GROUPS = ["move", "verdict", "edit", "write"] as const;

/** The verdict a verdict key stands for: keys count through the scale. */
export function verdictOfCommand(id: CommandId): (typeof VERDICTS)[number] | null {
  const position = /^setVerdict(\d)$/.exec(id)?.[1];
  return position ? (VERDICTS[Number(position) - 1] ?? null) : null;
}

export function keyOf(id: CommandId): string {
  return COMMANDS.find((command) => command.id === id)?.key ?? "";
}

type Press = {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};

/**
 * The command a key press means, or null. Letters match with caps lock on; Shift with a letter is left for extending
 * a selection. Single letters can be switched off (WCAG 2.1.4); Enter, Escape and keys with Ctrl or Cmd stay.
 */
export function commandOf(press: Press, options: { singleKeys: boolean; inField: boolean }): Command | null {
  const key = press.key.length === 1 && !press.shiftKey ? press.key.toLowerCase() : press.key;
  const withModifier = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  const command = COMMANDS.find(
    (candidate) => candidate.key === key && "modifier" in candidate === withModifier,
  );
  if (!command) return null;
  const isSingle = command.key.length === 1;
  if (isSingle && (!options.singleKeys || options.inField)) return null;
  if (command.id === "openClaim" && options.inField) return null;
  return command;
}
