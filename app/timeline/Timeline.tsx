/** Play, pause, next event, rewind, speed, and a track to scrub with marks for what happens. */
import { GitBranch, Pause, Play, Rewind, SkipForward, StepForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRun, useView } from '../state/hooks';
import { SPEEDS } from '../state/run-store';
import { scriptTabWords } from '../strings/en/script';
import { timelineWords as words } from '../strings/en/timeline';
import { Button } from '../ui/Button';
import { makeClock } from '../playback/clock';
import { Marks } from './Marks';
import { shownUntil } from './track';
import {
  followDocument,
  nextEvent,
  nextEventOfSelection,
  pause,
  rewind,
  seek,
  setSpeed,
  showDesign,
  togglePlay,
} from '../playback/run-controller';

export function Timeline() {
  useEffect(() => followDocument(), []);
  const moment = useRun((state) => state.moment);
  const playing = useRun((state) => state.playing);
  const selected = useView((state) => state.selection.length > 0);
  const speed = useRun((state) => state.speed);
  const outline = useRun((state) => state.outline);
  // The knob stays under the hand until the moment it was moved to is there; put back meanwhile, it would be read again
  // where it was before.
  const [sought, setSought] = useState<number | null>(null);
  const scrub = async (to: number) => {
    setSought(to);
    await seek(to);
    setSought((now) => (now === to ? null : now));
  };
  const at = moment === 'design' ? 0 : moment;
  // The track grows with the clock: two hours of it would press the first minutes together.
  const until = shownUntil(outline, at);
  return (
    <section
      aria-label={words.title}
      className="border-line flex h-11 flex-none items-center gap-2 border-b px-3 max-[1199px]:h-9"
    >
      <button
        type="button"
        onClick={togglePlay}
        aria-label={playing ? words.pause : words.play}
        title={`${playing ? words.pause : words.play} (K)`}
        className="bg-accent text-accent-text flex size-8 flex-none items-center justify-center rounded-full max-[1199px]:size-7 hover:[filter:brightness(1.1)]"
      >
        {playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden className="ml-0.5" />}
      </button>
      <Button
        look="quiet"
        onClick={() => void nextEvent()}
        aria-label={words.next}
        title={`${words.next} (L)`}
        icon={<StepForward size={16} aria-hidden />}
      />
      <Button
        look="quiet"
        onClick={() => void nextEventOfSelection()}
        disabled={!selected}
        aria-label={words.nextOfSelection}
        title={`${words.nextOfSelection} (⇧ L)`}
        icon={<SkipForward size={16} aria-hidden />}
      />
      <Button
        look="quiet"
        onClick={() => void rewind()}
        disabled={moment === 'design'}
        aria-label={words.rewind}
        title={`${words.rewind} (J)`}
        icon={<Rewind size={16} aria-hidden />}
      />
      <span className="flex flex-none items-baseline gap-1.5 tabular-nums">
        <span className="text-sm font-semibold">{moment === 'design' ? words.design : makeClock(at)}</span>
        {moment !== 'design' && <span className="text-soft text-xs">{words.of(makeClock(until))}</span>}
      </span>
      <label className="text-soft flex flex-none items-center text-xs">
        <span className="sr-only">{words.speed}</span>
        <select
          value={speed}
          onChange={(event) => setSpeed(SPEEDS.find((known) => String(known) === event.target.value) ?? 60)}
          className="border-line bg-raised text-text h-6 rounded border px-1 text-xs"
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              {words.speeds[value]}
            </option>
          ))}
        </select>
      </label>
      <div className="timeline-track relative h-8 min-w-16 flex-1">
        <div className="bg-sunken border-line absolute top-1/2 right-0 left-0 h-1.5 [translate:0_-50%] rounded-full border">
          <div className="bg-accent h-full rounded-full" style={{ width: `${(at / until) * 100}%` }} />
        </div>
        <Marks until={until} />
        <input
          type="range"
          aria-label={words.scrub}
          aria-valuetext={moment === 'design' ? words.design : makeClock(at)}
          min={0}
          max={until}
          step={1000}
          value={sought ?? at}
          onPointerDown={pause}
          onChange={(event) => void scrub(Number(event.target.value))}
          className="timeline-range absolute inset-0 h-full w-full"
        />
      </div>
      {moment !== 'design' && (
        <Button
          look="quiet"
          className="max-[1199px]:hidden"
          title={scriptTabWords.branchHelp}
          icon={<GitBranch size={14} aria-hidden />}
          onClick={() => void import('../script/futures').then(({ branchHere }) => branchHere())}
        >
          {scriptTabWords.branch}
        </Button>
      )}
      {moment !== 'design' && (
        <Button look="plain" onClick={showDesign} title={words.toDesignHint}>
          {words.toDesign}
        </Button>
      )}
    </section>
  );
}
