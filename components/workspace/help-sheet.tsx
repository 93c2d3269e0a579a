"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import type { Command } from "./commands";
import { COMMAND_GROUPS, COMMANDS, verdictOfCommand } from "./commands";
import { usePreference } from "./key-hint";
import { useTools } from "./workspace-context";

/** Every key and what it does, from the one table, and the switches for them. */
export function HelpSheet({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const t = useTranslations("workspace.help");
  const common = useTranslations("common");
  const { preferences } = useTools();
  const singleKeys = usePreference("singleKeys");
  const autoAdvance = usePreference("autoAdvance");
  const nameOfKey = (key: Command["key"]) =>
    key === "Enter" || key === "Escape" ? t(`key.${key}`) : key.toUpperCase();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("title")}
      width="lg"
      footer={<Button onClick={() => onOpenChange(false)}>{common("close")}</Button>}
    >
      <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
        <Switch
          label={t("singleKeys")}
          checked={singleKeys}
          onChange={(event) => preferences.change({ singleKeys: event.target.checked })}
        />
        <Switch
          label={t("autoAdvance")}
          checked={autoAdvance}
          onChange={(event) => preferences.change({ autoAdvance: event.target.checked })}
        />
      </div>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {COMMAND_GROUPS.map((group) => (
          <section key={group}>
            <h3 className="mb-1 text-ink-faint text-xs">{t(`group.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map((command) => (
                <div key={command.id} className="flex h-7 items-center gap-3">
                  <dt className="flex w-20 shrink-0 gap-1">
                    {"modifier" in command ? <Kbd>{t("modifier")}</Kbd> : null}
                    <Kbd>{nameOfKey(command.key)}</Kbd>
                  </dt>
                  <dd className="min-w-0 truncate">
                    <Meaning command={command} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Meaning({ command }: { command: Command }) {
  const t = useTranslations("workspace.commands");
  const vocabulary = useTranslations("vocabulary.verdict");
  const verdict = verdictOfCommand(command.id);
  if (verdict) return vocabulary(verdict);
  return t(command.id as Parameters<typeof t>[0]);
}
