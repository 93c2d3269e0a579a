import { describe, expect, it } from "vitest";
import { countDrafts, openDraftBox, wipeDrafts } from "./draft-box";

/** The part of the Storage interface that drafts use, over a map. */
function memoryStorage() {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => {
      entries.set(key, value);
    },
    removeItem: (key: string) => {
      entries.delete(key);
    },
  };
}

const place = { recordId: "claim-1", field: "wording" };
const base = { version: 3, text: "before" };

function boxes() {
  const storage = memoryStorage();
  let clock = 0;
  const now = () => ++clock;
  const open = (tabId: string, userId = "jana", scope?: string) =>
    openDraftBox({ storage, userId, tabId, now, ...(scope !== undefined && { scope }) });
  return { storage, open };
}

describe("a draft", () => {
  it("is there again after a reload, with what it was typed against", () => {
    const { open } = boxes();
    open("tab-1").write(place, { text: "typed", base });
    expect(open("tab-1").read(place)).toMatchObject({ text: "typed", base });
  });

  it("is adopted by a new tab once the old one is gone", () => {
    const { open } = boxes();
    open("tab-1").write(place, { text: "older", base });
    open("tab-2").write(place, { text: "newer", base });
    expect(open("tab-3").read(place)?.text).toBe("newer");
  });

  it("survives a second tab that types into the same field", () => {
    const { open } = boxes();
    const first = open("tab-1");
    first.write(place, { text: "from the first", base });
    open("tab-2").write(place, { text: "from the second", base });
    expect(first.read(place)?.text).toBe("from the first");
  });

  it("goes when its text is saved, and so does the same text elsewhere, but no other", () => {
    const { open } = boxes();
    const first = open("tab-1");
    first.write(place, { text: "typed", base });
    open("tab-2").write(place, { text: "other", base });
    first.clear(place, "typed");
    expect(first.isDirty()).toBe(false);
    expect(open("tab-3").read(place)?.text).toBe("other");
  });

  it("stays when more was typed than what was saved, also where it was adopted from a tab that is gone", () => {
    const { open } = boxes();
    open("tab-1").write(place, { text: "sent", base });
    const second = open("tab-2");
    second.read(place);
    second.write(place, { text: "sent, and more", base });
    expect(second.clear(place, "sent")).toBe(false);
    expect(second.read(place)?.text).toBe("sent, and more");
    expect(open("tab-3").read(place)?.text).toBe("sent, and more");
    expect(second.clear(place, "sent, and more")).toBe(true);
    expect(open("tab-3").read(place)).toBeNull();
  });

  it("takes the draft it was adopted from along, unless that has been typed into since", () => {
    const { open } = boxes();
    const first = open("tab-1");
    first.write(place, { text: "begun", base });
    const second = open("tab-2");
    second.read(place);
    second.write(place, { text: "begun and finished", base });
    open("tab-2").clear(place, "begun and finished");
    expect(open("tab-3").read(place)).toBeNull();

    first.write(place, { text: "begun again", base });
    const third = open("tab-3");
    third.read(place);
    third.write(place, { text: "begun again and finished", base });
    first.write(place, { text: "begun anew", base });
    third.clear(place, "begun again and finished");
    expect(open("tab-4").read(place)?.text).toBe("begun anew");
  });

  it("is known by its record before its input is opened, and no longer once it is saved", () => {
    const { open } = boxes();
    open("tab-1").write(place, { text: "typed", base });
    const reloaded = open("tab-1");
    expect([...reloaded.records()]).toEqual(["claim-1"]);
    reloaded.clear(place, "typed");
    expect([...reloaded.records()]).toEqual([]);
  });

  it("is found again in the article it was typed in, also where its record is unknown, until it is saved", () => {
    const { open } = boxes();
    open("tab-1", "jana", "article-1").write(place, { text: "typed", base });
    open("tab-1", "jana", "article-2").write({ ...place, recordId: "claim-2" }, { text: "elsewhere", base });
    const reloaded = open("tab-1", "jana", "article-1");
    expect(reloaded.placesInScope()).toEqual([place]);
    reloaded.clear(place, "typed");
    expect(reloaded.placesInScope()).toEqual([]);
  });

  it("is seen by nobody else at the same machine", () => {
    const { open } = boxes();
    open("tab-1").write(place, { text: "typed", base });
    expect(open("tab-1", "peter").read(place)).toBeNull();
  });

  it("lives as long as the page where the browser stores nothing", () => {
    const storage = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const box = openDraftBox({ storage, userId: "jana", tabId: "tab-1", now: () => 1 });
    box.write(place, { text: "typed", base });
    expect(box.read(place)?.text).toBe("typed");
    expect(box.isDirty()).toBe(true);
    expect(box.hasUnstored()).toBe(true);
    box.clear(place, "typed");
    expect(box.hasUnstored()).toBe(false);
  });
});

describe("wiping", () => {
  it("removes the drafts of one person and leaves the rest of the storage alone", () => {
    const { storage, open } = boxes();
    open("tab-1").write(place, { text: "typed", base });
    open("tab-1", "peter").write(place, { text: "kept", base });
    storage.setItem("theme", "dark");
    const box = open("tab-2");
    box.write(place, { text: "typed as well", base });
    expect(countDrafts(storage, "jana")).toBe(2);
    wipeDrafts(storage, "jana");
    expect(box.isDirty()).toBe(false);
    expect(countDrafts(storage, "jana")).toBe(0);
    expect(storage.length).toBe(2);
  });
});
