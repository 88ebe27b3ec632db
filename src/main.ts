/*! Sheetdesk, MIT licence */
import { onEdit } from "./entrypoints/edit.ts";
import { sidebarExplain } from "./entrypoints/explain.ts";
import { byTimer, fromMenu } from "./entrypoints/front-door.ts";
import { onOpen, setUp, showView } from "./entrypoints/menu.ts";
import { sidebarOverride } from "./entrypoints/override.ts";
import { sidebarRecompute, sidebarRecomputeApply } from "./entrypoints/recompute.ts";
import { answering, saving } from "./entrypoints/sidebar-answer.ts";
import {
  sidebarLogTicket,
  sidebarRestore,
  sidebarSelected,
  sidebarTicket,
  sidebarUpdateTicket,
} from "./entrypoints/sidebar-calls.ts";
import { sidebarConfirmRoles, sidebarDeleted, sidebarHealth, sidebarVerify } from "./entrypoints/sidebar-checks.ts";
import { sidebarStart, sidebarSuggest } from "./entrypoints/sidebar-start.ts";
import { onHour, refreshSla } from "./entrypoints/report.ts";
import { onSheetChange, onTimer } from "./entrypoints/timer.ts";

// Who may call what stands in domain/roles/may.ts: a function without a line there doesn't compile.

/** Simple trigger: adds the menu. */
global.onOpen = (): void => onOpen();
global.onInstall = (): void => onOpen();
/** Simple trigger: records what was edited by hand. */
global.onEdit = (event: unknown): unknown => onEdit(event);
/** Installed by set-up: rows were removed, or the five minutes are over. */
global.onSheetChange = (event: unknown): unknown => onSheetChange(event);
global.onTimer = (): unknown => byTimer("onTimer", onTimer);
/** Installed by set-up: another hour is over. */
global.onHour = (): unknown => byTimer("onHour", onHour);

global.setUp = (): unknown => fromMenu("setUp", setUp);
global.showSidebar = (): void => showView("ticket");
global.showLogForm = (): void => showView("log");
global.explainDeadline = (): void => showView("explain");
global.recomputeDeadlines = (): void => showView("recompute");
global.refreshSla = (): unknown => fromMenu("refreshSla", refreshSla);
global.verifyHistory = (): void => showView("verify");
global.showHealth = (): void => showView("health");
global.showHelp = (): void => showView("help");

global.sidebarStart = (question: unknown): string => answering("sidebarStart", sidebarStart)(question);
global.sidebarSuggest = (question: unknown): string => answering("sidebarSuggest", sidebarSuggest)(question);
global.sidebarLogTicket = (question: unknown): string => saving("sidebarLogTicket", sidebarLogTicket)(question);
global.sidebarSelected = (question: unknown): string => answering("sidebarSelected", sidebarSelected)(question);
global.sidebarTicket = (question: unknown): string => answering("sidebarTicket", sidebarTicket)(question);
global.sidebarUpdateTicket = (question: unknown): string =>
  saving("sidebarUpdateTicket", sidebarUpdateTicket)(question);
global.sidebarExplain = (question: unknown): string => answering("sidebarExplain", sidebarExplain)(question);
global.sidebarOverride = (question: unknown): string => saving("sidebarOverride", sidebarOverride)(question);
global.sidebarRecompute = (question: unknown): string => answering("sidebarRecompute", sidebarRecompute)(question);
global.sidebarRecomputeApply = (question: unknown): string =>
  answering("sidebarRecomputeApply", sidebarRecomputeApply)(question);
global.sidebarDeleted = (question: unknown): string => answering("sidebarDeleted", sidebarDeleted)(question);
global.sidebarRestore = (question: unknown): string => saving("sidebarRestore", sidebarRestore)(question);
global.sidebarHealth = (question: unknown): string => answering("sidebarHealth", sidebarHealth)(question);
global.sidebarConfirmRoles = (question: unknown): string =>
  answering("sidebarConfirmRoles", sidebarConfirmRoles)(question);
global.sidebarVerify = (question: unknown): string => answering("sidebarVerify", sidebarVerify)(question);
