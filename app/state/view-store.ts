/** What the screen shows and what the hand is doing. Never saved with the document. */
import { createStore } from 'zustand/vanilla';
import { CANVAS, type PlaceId, type ResourceId } from '../../engine';

export const LEFT_TABS = ['palette', 'outline'] as const;
export type LeftTab = (typeof LEFT_TABS)[number];

/** `exposure` is there while its overlay is. */
export const DOCK_TABS = ['events', 'script', 'paths', 'exposure', 'data', 'problems'] as const;
export type DockTab = (typeof DOCK_TABS)[number];

/** What of an instance's inside is shown over the inspector, one at a time. */
export const INSIDE_PANELS = ['console', 'states', 'metadata', 'login', 'events'] as const;
export type InsidePanel = (typeof INSIDE_PANELS)[number];

/** What the canvas tells beside the network itself: one thing at a time. */
export type Overlay = 'network' | 'exposure';

export const THEMES = ['system', 'light', 'dark', 'projector', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
/** As the page looks now: what `system` came to. */
export type ShownTheme = Exclude<Theme, 'system'> | 'contrast-dark';

export type Dialog =
  | 'share'
  | 'open'
  | 'help'
  | 'report'
  | 'not-opened'
  | 'documents'
  /** What the open document was, to go back to. */
  | 'versions'
  /** Where the selection may go, as a list. */
  | 'move'
  /** What may be added to the selection, as a list. */
  | 'add'
  /** What the selection may be connected with, as a list. */
  | 'connect'
  /** What everything may send to everything. */
  | 'matrix'
  /** The command palette. */
  | 'commands'
  | 'settings'
  /** The canvas as a picture. */
  | 'picture'
  /** Every undo step. */
  | 'history'
  | null;

/** A palette entry on its way to the canvas: dragged, or clicked and waiting for a click. */
export interface Carrying {
  readonly kind: string;
  readonly mode: 'drag' | 'click';
}

/** `spoken` is for ears only: the eyes see it elsewhere. */
export type Tone = 'info' | 'bad' | 'spoken';

export interface ViewState {
  readonly selection: readonly ResourceId[];
  readonly leftTab: LeftTab;
  readonly leftOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly inside: InsidePanel | null;
  /** Whose name is being typed in the inspector. */
  readonly renaming: ResourceId | null;
  readonly dockTab: DockTab;
  readonly dockOpen: boolean;
  readonly overlay: Overlay;
  readonly theme: Theme;
  readonly shownTheme: ShownTheme;
  readonly dialog: Dialog;
  /** The search over the canvas is open. */
  readonly finding: boolean;
  /** Where the Add dialog adds. */
  readonly dialogPlace: PlaceId;
  /** Files are being dragged over the window. */
  readonly filesOver: boolean;
  readonly carrying: Carrying | null;
  /** The pointer moves the view, wherever it presses. */
  readonly grabbing: boolean;
  /** Spoken to screen readers and shown for a moment. */
  readonly announcement: {
    readonly text: string;
    readonly tone: Tone;
    /** The engine speaks English whatever the page does. */
    readonly lang?: 'en';
    readonly count: number;
  };
  /** Something to bring into view and pulse once. */
  readonly reveal: { readonly id: ResourceId; readonly count: number } | null;
}

export const viewStore = createStore<ViewState>(() => ({
  selection: [],
  leftTab: 'palette',
  leftOpen: true,
  inspectorOpen: true,
  inside: null,
  renaming: null,
  dockTab: 'paths',
  dockOpen: true,
  overlay: 'network',
  theme: 'system',
  shownTheme: 'light',
  dialog: null,
  finding: false,
  dialogPlace: CANVAS,
  filesOver: false,
  carrying: null,
  grabbing: false,
  announcement: { text: '', tone: 'info', count: 0 },
  reveal: null,
}));

export const setView = (patch: Partial<ViewState>): void => viewStore.setState(patch);

export const select = (...ids: readonly ResourceId[]): void => viewStore.setState({ selection: ids });

export const announce = (text: string, tone: Tone = 'info', lang?: 'en'): void =>
  viewStore.setState((state) => ({
    announcement: { text, tone, ...(lang && { lang }), count: state.announcement.count + 1 },
  }));

/** Selects a thing and brings it into view. */
export const reveal = (id: ResourceId): void =>
  viewStore.setState((state) => ({ selection: [id], reveal: { id, count: (state.reveal?.count ?? 0) + 1 } }));
