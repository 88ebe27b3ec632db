/*! Sheetdesk, MIT licence */
import { onEdit } from "./entrypoints/edit.ts";
import { sidebarExplain } from "./entrypoints/explain.ts";
import {
  explainDeadline,
  onOpen,
  recomputeDeadlines,
  showHealth,
  showHelp,
  showLogForm,
  showSidebar,
  setUp,
  verifyHistory,
} from "./entrypoints/menu.ts";
import { sidebarOverride } from "./entrypoints/override.ts";
import { sidebarRecompute, sidebarRecomputeApply } from "./entrypoints/recompute.ts";
import { answering, type Ask } from "./entrypoints/sidebar-answer.ts";
import {
  sidebarLogTicket,
  sidebarRestore,
  sidebarSelected,
  sidebarTicket,
  sidebarUpdateTicket,
} from "./entrypoints/sidebar-calls.ts";
import { sidebarDeleted, sidebarHealth, sidebarVerify } from "./entrypoints/sidebar-checks.ts";
import { sidebarStart, sidebarSuggest } from "./entrypoints/sidebar-start.ts";
import { onHour, refreshSla } from "./entrypoints/report.ts";
import { onSheetChange, onTimer } from "./entrypoints/timer.ts";

/** Simple trigger: adds the menu. */
global.onOpen = (): void => onOpen();
global.onInstall = (): void => onOpen();
/** Simple trigger: records what was edited by hand. */
global.onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit): void => onEdit(event);
/** Installed by set-up: rows were removed, or the five minutes are over. */
global.onSheetChange = (event: GoogleAppsScript.Events.SheetsOnChange): void => onSheetChange(event);
global.onTimer = (): void => onTimer();
/** Installed by set-up: another hour is over. */
global.onHour = (): void => onHour();

global.setUp = (): void => setUp();
global.showSidebar = (): void => showSidebar();
global.showLogForm = (): void => showLogForm();
global.explainDeadline = (): void => explainDeadline();
global.recomputeDeadlines = (): void => recomputeDeadlines();
global.refreshSla = (): void => refreshSla();
global.verifyHistory = (): void => verifyHistory();
global.showHealth = (): void => showHealth();
global.showHelp = (): void => showHelp();

global.sidebarStart = (question: Ask<"sidebarStart">): string => answering<"sidebarStart">(sidebarStart)(question);
global.sidebarSuggest = (question: Ask<"sidebarSuggest">): string =>
  answering<"sidebarSuggest">(sidebarSuggest)(question);
global.sidebarLogTicket = (question: Ask<"sidebarLogTicket">): string =>
  answering<"sidebarLogTicket">(sidebarLogTicket)(question);
global.sidebarSelected = (question: Ask<"sidebarSelected">): string =>
  answering<"sidebarSelected">(sidebarSelected)(question);
global.sidebarTicket = (question: Ask<"sidebarTicket">): string => answering<"sidebarTicket">(sidebarTicket)(question);
global.sidebarUpdateTicket = (question: Ask<"sidebarUpdateTicket">): string =>
  answering<"sidebarUpdateTicket">(sidebarUpdateTicket)(question);
global.sidebarExplain = (question: Ask<"sidebarExplain">): string =>
  answering<"sidebarExplain">(sidebarExplain)(question);
global.sidebarOverride = (question: Ask<"sidebarOverride">): string =>
  answering<"sidebarOverride">(sidebarOverride)(question);
global.sidebarRecompute = (question: Ask<"sidebarRecompute">): string =>
  answering<"sidebarRecompute">(sidebarRecompute)(question);
global.sidebarRecomputeApply = (question: Ask<"sidebarRecomputeApply">): string =>
  answering<"sidebarRecomputeApply">(sidebarRecomputeApply)(question);
global.sidebarDeleted = (question: Ask<"sidebarDeleted">): string =>
  answering<"sidebarDeleted">(sidebarDeleted)(question);
global.sidebarRestore = (question: Ask<"sidebarRestore">): string =>
  answering<"sidebarRestore">(sidebarRestore)(question);
global.sidebarHealth = (question: Ask<"sidebarHealth">): string => answering<"sidebarHealth">(sidebarHealth)(question);
global.sidebarVerify = (question: Ask<"sidebarVerify">): string => answering<"sidebarVerify">(sidebarVerify)(question);
