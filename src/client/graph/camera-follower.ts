/** Where the camera goes for what was chosen: to the open note, a lit path, the place that the reader returns to. */
import type { CameraDriver } from './camera-driver.ts';
import type { Camera } from './draw/camera.ts';
import type { Trail } from './garden/emphasis.ts';

/** A place on the map to return to, null being all of it; a new object for each return. */
export type Return = { readonly camera: Camera | null } | null;

export class CameraFollower {
  #first = true;
  #wasLocal = false;
  /** The return that was made last. */
  #returned: Return = null;
  #trail: Trail | null = null;
  #before: number | null | undefined;
  /** The node that was chosen on this map last: choosing it must not pull the map away from under the pointer. */
  #picked: number | null = null;

  picked(node: number): void {
    this.#picked = node;
  }

  /** Nodes have other places. */
  placed(camera: CameraDriver, isLocal: boolean, selected: number | null, back: Return): void {
    const returns = this.#first && back !== null && !isLocal;
    if (returns) this.#returned = back;
    if (returns && back.camera !== null) camera.show(back.camera);
    else if (isLocal || this.#wasLocal || this.#first) {
      if (!isLocal && selected !== null) camera.centreOn(selected, true);
      else camera.showAll();
    }
    this.#wasLocal = isLocal;
    this.#first = false;
  }

  lit(camera: CameraDriver, trail: Trail | null): void {
    if (trail === this.#trail || trail?.stays === true) return;
    this.#trail = trail;
    if (trail === null) return;
    // Two nodes may stand where they are.
    camera.showNodes(trail.nodes, trail.nodes.length <= 2);
  }

  chosen(camera: CameraDriver, node: number | null, isLocal: boolean, back: Return): void {
    const moved = node !== this.#before;
    const isStart = this.#before === undefined;
    this.#before = node;
    if (isStart || isLocal) return;
    if (back !== null && back !== this.#returned) {
      this.#returned = back;
      if (back.camera === null) camera.showAll();
      else camera.show(back.camera);
      return;
    }
    if (!moved || node === null) return;
    camera.centreOn(node, node !== this.#picked);
    this.#picked = null;
  }
}
