import type { Locale } from "./locales";
import deActivity from "./messages/de/activity.json";
import deArticles from "./messages/de/articles.json";
import deAssist from "./messages/de/assist.json";
import deAuth from "./messages/de/auth.json";
import deClaims from "./messages/de/claims.json";
import deCommon from "./messages/de/common.json";
import deErrors from "./messages/de/errors.json";
import deMembers from "./messages/de/members.json";
import deNotes from "./messages/de/notes.json";
import deRegister from "./messages/de/register.json";
import deReports from "./messages/de/reports.json";
import deSources from "./messages/de/sources.json";
import deVocabulary from "./messages/de/vocabulary.json";
import deWorkspace from "./messages/de/workspace.json";
import enActivity from "./messages/en/activity.json";
import enArticles from "./messages/en/articles.json";
import enAssist from "./messages/en/assist.json";
import enAuth from "./messages/en/auth.json";
import enClaims from "./messages/en/claims.json";
import enCommon from "./messages/en/common.json";
import enErrors from "./messages/en/errors.json";
import enMembers from "./messages/en/members.json";
import enNotes from "./messages/en/notes.json";
import enRegister from "./messages/en/register.json";
import enReports from "./messages/en/reports.json";
import enSources from "./messages/en/sources.json";
import enVocabulary from "./messages/en/vocabulary.json";
import enWorkspace from "./messages/en/workspace.json";

const de = {
  activity: deActivity,
  articles: deArticles,
  assist: deAssist,
  auth: deAuth,
  claims: deClaims,
  common: deCommon,
  errors: deErrors,
  members: deMembers,
  notes: deNotes,
  register: deRegister,
  reports: deReports,
  sources: deSources,
  vocabulary: deVocabulary,
  workspace: deWorkspace,
};

/** Every text of the interface, one namespace a file. German is the original: its keys are the keys. */
export type Messages = typeof de;

const en: Messages = {
  activity: enActivity,
  articles: enArticles,
  assist: enAssist,
  auth: enAuth,
  claims: enClaims,
  common: enCommon,
  errors: enErrors,
  members: enMembers,
  notes: enNotes,
  register: enRegister,
  reports: enReports,
  sources: enSources,
  vocabulary: enVocabulary,
  workspace: enWorkspace,
};

export const MESSAGES: Record<Locale, Messages> = { de, en };
