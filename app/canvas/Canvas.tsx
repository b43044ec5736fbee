/** The canvas: React Flow shows a projection of the document; hand and keys are ours. */
import { ReactFlow, ReactFlowProvider, useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent as ReactKeyboardEvent,
  type MouseEvent as ReactMouseEvent,
  type PointerEvent as ReactPointerEvent,
} from 'react';
import { useDocument, usePath, useView } from '../state/hooks';
import { pathStore } from '../state/path-store';
import { select, viewStore } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';
import './canvas.css';
import { canvasStore, useCanvas } from './canvas-store';
import { useDots } from './dots';
import { drawingOf, resourceOfKey } from './drawing';
import { useInView } from './in-view';
import { InHand, PickHint } from './Floating';
import { press, useHand } from './gesture/drive';
import type { Subject } from './gesture/gesture';
import { withFingers } from './gesture/fingers';
import type { Press } from './keys';
import { NODE_TYPES } from './nodes';
import { NO_PAN } from './nodes/parts';
import { OfferedLanes } from './OfferedLanes';
import { PictureSheet } from './nodes/Picture';
import { project, type CanvasNode } from './projection/nodes';
import type { Look } from './projection/thing';
import { elementOf, MAX_ZOOM, MIN_ZOOM, setStage } from './stage';
import { fitAll, revealThing } from './view';

/** Not needed for the first drag. */
const Between = lazy(() => import('./Between'));
const CanvasMenu = lazy(() => import('./menu/CanvasMenu'));
const RenameField = lazy(() => import('./renaming/RenameField'));
const Refusal = lazy(() => import('./Refusal'));
const FarLabels = lazy(() => import('./far/FarLabels'));
const Zoom = lazy(() => import('./Zoom'));
/** Of the theme for a room. */
const ScreenZoom = lazy(() => import('./ScreenZoom'));
const ConnectHint = lazy(() => import('./keyboard/ConnectHint'));
/** Until they are loaded there is hardly anything to walk over. */
let pressKey: ((event: Press, focused: string | null) => boolean) | null = null;
const Guides = lazy(() => import('./lining-up/Guides'));
const ExposureOverlay = lazy(() => import('../exposure/ExposureOverlay'));
const Finder = lazy(() => import('../find/Finder'));
const PacketOverlay = lazy(() => import('./packet/PacketOverlay'));

export function Canvas() {
  return (
    <ReactFlowProvider>
      <Stage />
    </ReactFlowProvider>
  );
}

/** From here on only what is in view is mounted. */
const CULL_ABOVE = 150;
/** A small drawing is recognised by its shape longer than it can be read. */
const FAR_ZOOM = { few: 0.28, many: 0.4 } as const;
const MANY = 60;
const SEEN_FROM_FAR: ReadonlySet<Look> = new Set(['region', 'vpc', 'lane', 'subnet']);

/** How much of a box's title row is shown. */
const lodOf = (zoom: number): 'near' | 'mid' | 'small' =>
  zoom >= 0.8 ? 'near' : zoom >= 0.55 ? 'mid' : 'small';

function Stage() {
  const document = useDocument((state) => state.document);
  const documentId = useDocument((state) => state.documentId);
  const all = useProjection(document);
  const crowded = all.length > CULL_ABOVE;
  // From far away nothing on a card can be read: then boxes say what they hold, and cards are not drawn.
  const farBelow = all.length > MANY ? FAR_ZOOM.many : FAR_ZOOM.few;
  const far = useStore((state) => state.transform[2] < farBelow);
  const lod = useStore((state) => lodOf(state.transform[2]));
  const legible = useMemo(
    () => (far ? all.filter((node) => SEEN_FROM_FAR.has(node.data.thing.look)) : all),
    [all, far],
  );
  const nodes = useInView(legible, crowded);
  const hand = useHand();
  const picking = usePath((state) => state.picking);
  const refusal = useCanvas((state) => state.refusal);
  const menu = useCanvas((state) => state.menu);
  const renaming = useCanvas((state) => state.renaming);
  const lifting = useCanvas((state) => state.lifted !== null);
  const projected = useView((state) => state.shownTheme === 'projector');
  const exposed = useView((state) => state.overlay === 'exposure');
  const finding = useView((state) => state.finding);
  const grabbing = useView((state) => state.grabbing);
  const asked = usePath((state) => state.result !== null);
  const element = useRef<HTMLDivElement>(null);
  const dots = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  useDots(dots);
  useReveal();
  useRoving(legible);
  useEffect(() => {
    void import('./keys').then((keys) => {
      pressKey = keys.pressKey;
    });
  }, []);

  useLayoutEffect(() => {
    if (element.current) setStage({ flow, element: element.current });
    return () => setStage(null);
  }, [flow]);
  // An opened document is shown whole; an edited one stays where it is.
  useEffect(() => {
    fitAll();
  }, [documentId]);

  return (
    <div
      ref={element}
      className="stage"
      data-hand={hand}
      data-far={far || undefined}
      data-lod={lod}
      data-picking={picking ?? undefined}
      data-grab={grabbing || undefined}
      onPointerDown={pressed}
      onMouseDownCapture={keepFromPanning}
      onTouchStartCapture={(event) => withFingers((touch) => touch.passPinch(event))}
      onKeyDown={keyed}
      onDoubleClick={doubleClicked}
      onContextMenu={menuAsked}
    >
      <PictureSheet />
      <div ref={dots} className="dots" />
      <ReactFlow<CanvasNode>
        aria-label={text.canvas}
        aria-describedby="canvas-help"
        nodes={nodes}
        nodeTypes={NODE_TYPES}
        onInit={() => fitAll()}
        onMoveStart={() => element.current?.setAttribute('data-moving', '')}
        onMoveEnd={() => element.current?.removeAttribute('data-moving')}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnDoubleClick={false}
        panOnScroll
        // The hand moves the view from wherever it presses.
        noPanClassName={grabbing ? 'none' : NO_PAN}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        attributionPosition="bottom-left"
      >
        <ViewportPortal>
          <Suspense fallback={null}>
            <Between />
            <OfferedLanes />
            {renaming !== null && <RenameField key={renaming} thing={renaming} />}
          </Suspense>
        </ViewportPortal>
      </ReactFlow>
      {lifting && (
        <Suspense fallback={null}>
          <Guides />
        </Suspense>
      )}
      {far && (
        <Suspense fallback={null}>
          <FarLabels nodes={all} />
        </Suspense>
      )}
      {exposed && (
        <Suspense fallback={null}>
          <ExposureOverlay />
        </Suspense>
      )}
      {asked && (
        <Suspense fallback={null}>
          <PacketOverlay />
        </Suspense>
      )}
      {finding && (
        <Suspense fallback={null}>
          <Finder />
        </Suspense>
      )}
      <p id="canvas-help" className="sr-only">
        {text.canvasHelp}
      </p>
      <PickHint />
      <Suspense fallback={null}>
        <Zoom />
        <ConnectHint />
        {projected && <ScreenZoom />}
      </Suspense>
      {menu && (
        <Suspense fallback={null}>
          <CanvasMenu menu={menu} />
        </Suspense>
      )}
      {refusal && (
        <Suspense fallback={null}>
          <Refusal refusal={refusal} />
        </Suspense>
      )}
      <InHand />
    </div>
  );
}

/** Keeps node objects of what did not change, so that React Flow draws only what did. */
function useProjection(document: Parameters<typeof drawingOf>[0]): CanvasNode[] {
  const before = useRef<CanvasNode[]>([]);
  const nodes = useMemo(() => project(document, drawingOf(document), before.current), [document]);
  useEffect(() => {
    before.current = nodes;
  }, [nodes]);
  return nodes;
}

function useReveal(): void {
  const asked = useView((state) => state.reveal);
  useEffect(() => {
    if (asked) void revealThing(asked.id).then(followFocus);
  }, [asked]);
}

/** Who works on the canvas by key goes on from what was just made. */
function followFocus(): void {
  const { roving } = canvasStore.getState();
  if (roving !== null && document.activeElement?.closest('.stage .thing'))
    elementOf(roving)?.focus({ preventScroll: true });
}

/** Tab reaches one thing: the last one focused, else the first. */
function useRoving(nodes: readonly CanvasNode[]): void {
  useEffect(() => {
    const { roving } = canvasStore.getState();
    if (roving === null || !nodes.some((node) => node.id === roving))
      canvasStore.setState({ roving: nodes[0]?.id ?? null });
  }, [nodes]);
}

function pressed(event: ReactPointerEvent): void {
  openedByKey = false;
  const target = event.target as Element;
  if (event.button !== 0 || target.closest('[data-floating], [data-toggle]')) return;
  if (viewStore.getState().grabbing) return;
  press(subjectOf(target, event), event.nativeEvent);
}

/** On a thing, a chip or the title row of a box: its name is what one wants to change. */
function doubleClicked(event: ReactMouseEvent): void {
  const target = event.target as Element;
  const holder = target.closest<HTMLElement>('[data-key]');
  if (!holder?.dataset.key || target.closest('[data-floating], [data-corner], [data-toggle]')) return;
  if (holder.classList.contains('box') && !target.closest('.box-header')) return;
  if (pathStore.getState().picking) return;
  select(resourceOfKey(holder.dataset.key));
  void import('../commands/rename-selection').then(({ renameSelection }) => renameSelection.run());
}

/** The key for the menu was pressed, and opened it: the browser's own event for it comes too. */
let openedByKey = false;

/** By the right button, or by a finger that rests. */
function menuAsked(event: ReactMouseEvent): void {
  const target = event.target as Element;
  if (target.closest('[data-floating], [role="menu"], input')) return;
  event.preventDefault();
  if (openedByKey) return;
  const key = target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null;
  const at = { x: event.clientX, y: event.clientY };
  void import('./menu/open-menu').then(({ openMenu }) => openMenu(key, at, false));
}

/** What a press on an element means. */
function subjectOf(
  target: Element,
  { shiftKey: shift, altKey }: { readonly shiftKey: boolean; readonly altKey: boolean },
): Subject {
  const corner = target.closest<HTMLElement>('[data-corner]');
  if (corner?.dataset.corner) return { type: 'corner', key: corner.dataset.corner };
  const holder = target.closest<HTMLElement>('[data-key]');
  const key = holder?.dataset.key;
  if (!holder || key === undefined) return { type: 'ground', boxing: shift };
  const handle = target.closest('[data-grip]');
  const grip = handle !== null && holder.contains(handle);
  // A box can be drawn from inside a box, around what stands in it.
  return shift && !grip
    ? { type: 'ground', boxing: true }
    : { type: 'thing', key, grip, ...(altKey ? { copying: true } : {}) };
}

/** React Flow pans by mouse and touch events; a selection box and a click that places are not for it. */
function keepFromPanning(event: {
  shiftKey: boolean;
  target: EventTarget;
  stopPropagation: () => void;
  currentTarget: Element;
}): void {
  const carrying = (event.currentTarget as HTMLElement).dataset.hand === 'carrying';
  if (event.shiftKey || carrying) event.stopPropagation();
}

function keyed(event: ReactKeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (target.closest('[data-floating]')) return;
  openedByKey = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
  if (openedByKey) {
    event.preventDefault();
    const key = target.dataset.key ?? null;
    void import('./menu/open-menu').then(({ openMenuByKey }) => openMenuByKey(key));
    return;
  }
  // Held on what was clicked, Space moves the view.
  if (event.key === ' ' && !target.matches(':focus-visible')) return;
  if (pressKey?.(event.nativeEvent, target.dataset.key ?? null)) event.preventDefault();
}
