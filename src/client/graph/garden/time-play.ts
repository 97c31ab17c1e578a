/** Lets time go on by itself, from a day to the last one. */
import { countUntil, stepped, type TimeBins } from './time-bins.ts';

export interface PlayEvents {
  /** The handle moves. */
  readonly onDay: (day: number) => void;
  /** Other notes than before are there. */
  readonly onCount: (day: number) => void;
  /** A bin is over: time for what is too dear for each step. */
  readonly onBin: (day: number) => void;
  readonly onEnd: () => void;
}

/** Milliseconds of a bin, and of all, at least and at most. */
const BIN = 240;
const LEAST = 6_000;
const MOST = 14_000;
/** From step to step, where nothing is to glide. */
const STEP = 700;
/** From picture to picture: a map of thousands of notes takes its time. */
const FRAME = 30;

/** From the last day it begins anew. Returns how to stop. */
export function playThrough(time: TimeBins, from: number, still: boolean, events: PlayEvents): () => void {
  const start = from >= time.last ? time.first : from;
  return still ? inSteps(time, start, events) : gliding(time, start, events);
}

function inSteps(time: TimeBins, start: number, { onDay, onCount, onBin, onEnd }: PlayEvents): () => void {
  let day = start;
  const show = (): void => {
    onDay(day);
    onCount(day);
    onBin(day);
  };
  show();
  const timer = setInterval(() => {
    day = stepped(time, day, 1);
    show();
    if (day >= time.last) {
      clearInterval(timer);
      onEnd();
    }
  }, STEP);
  return () => clearInterval(timer);
}

function gliding(time: TimeBins, start: number, { onDay, onCount, onBin, onEnd }: PlayEvents): () => void {
  const span = time.last - time.first;
  const speed = span / Math.min(MOST, Math.max(LEAST, BIN * time.bins.length));
  let began: number | null = null;
  let last = -Infinity;
  let count = -1;
  let bin = -1;
  let request = requestAnimationFrame(frame);

  function frame(now: number): void {
    began ??= now;
    request = requestAnimationFrame(frame);
    if (now - last < FRAME) return;
    last = now;
    const day = Math.min(time.last, Math.floor(start + speed * (now - began)));
    onDay(day);
    const here = countUntil(time.days, day);
    if (here !== count) onCount(day);
    count = here;
    const number = time.bins.findIndex(({ to }) => day <= to);
    if (number !== bin) onBin(day);
    bin = number;
    if (day < time.last) return;
    cancelAnimationFrame(request);
    onEnd();
  }
  return () => cancelAnimationFrame(request);
}
