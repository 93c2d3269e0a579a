import { describe, expect, it } from "vitest";
import { VERDICTS } from "@/lib/claims/verdict-scale";
import { MESSAGES } from "@/lib/i18n/messages";
import { COMMANDS, commandOf, verdictOfCommand } from "./commands";

const press = (key: string, modifiers: Partial<Parameters<typeof commandOf>[0]> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});
const anywhere = { singleKeys: true, inField: false };

describe("the command table", () => {
  it("gives each key one meaning", () => {
    const keys = COMMANDS.map((command) => `${"modifier" in command ? "Mod+" : ""}${command.key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("has words for every command in both languages", () => {
    for (const { id } of COMMANDS.filter((command) => verdictOfCommand(command.id) === null)) {
      expect(MESSAGES.de.workspace.commands).toHaveProperty(id);
      expect(MESSAGES.en.workspace.commands).toHaveProperty(id);
    }
  });

  it("counts the verdict keys through the scale", () => {
    expect(["1", "2", "9"].map((key) => verdictOf(key))).toEqual([VERDICTS[0], VERDICTS[1], VERDICTS[8]]);
  });
});

function verdictOf(key: string) {
  const command = commandOf(press(key), anywhere);
  return command && verdictOfCommand(command.id);
}

describe("a key press", () => {
  it("means its command, with caps lock on as well", () => {
    expect(commandOf(press("j"), anywhere)?.id).toBe("nextClaim");
    expect(commandOf(press("J"), anywhere)?.id).toBe("nextClaim");
    expect(commandOf(press("?", { shiftKey: true }), anywhere)?.id).toBe("showHelp");
  });

  it("means nothing with Shift, Alt, or a browser shortcut", () => {
    expect(commandOf(press("J", { shiftKey: true }), anywhere)).toBeNull();
    expect(commandOf(press("1", { altKey: true }), anywhere)).toBeNull();
    expect(commandOf(press("n", { ctrlKey: true }), anywhere)).toBeNull();
  });

  it("in a text field types, except for saving and leaving", () => {
    const inField = { singleKeys: true, inField: true };
    expect(commandOf(press("1"), inField)).toBeNull();
    expect(commandOf(press("Enter"), inField)).toBeNull();
    expect(commandOf(press("Enter", { metaKey: true }), inField)?.id).toBe("save");
    expect(commandOf(press("Escape"), inField)?.id).toBe("goBack");
  });

  it("on a single letter can be switched off", () => {
    const off = { singleKeys: false, inField: false };
    expect(commandOf(press("j"), off)).toBeNull();
    expect(commandOf(press("Enter"), off)?.id).toBe("openClaim");
  });
});
