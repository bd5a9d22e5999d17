/** The parts of a package in memory, looked at and changed. */
import { strFromU8, strToU8 } from 'fflate';
import { partAt } from '../reading/archive.js';

/** The parts of a package by their names. */
export type Parts = Record<string, Uint8Array>;

/** The name of a part that another names as a part of its own of this type; null where there is none. */
export function relatedPart(files: Parts, main: string, type: string): string | null {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const xml = textOf(files, `${folder}_rels/${main.slice(folder.length)}.rels`);
  for (const [relationship] of xml.matchAll(/<Relationship\s[^<>]*>/g)) {
    if (!new RegExp(`\\sType="[^"]*/${type}"`).test(relationship)) continue;
    const target = /\sTarget="([^"]*)"/.exec(relationship)?.[1];
    if (target !== undefined) return partAt(folder, target);
  }
  return null;
}

export function textOf(files: Parts, name: string): string {
  const file = files[name];
  return file === undefined ? '' : strFromU8(file);
}

/** Changes a part that is there. */
export function edit(files: Parts, name: string, change: (xml: string) => string): void {
  if (files[name] === undefined) throw new Error(`No part ${name}`);
  files[name] = strToU8(change(textOf(files, name)));
}

/** A replacement that must find its place: what the library writes may change with its version. */
export function replaced(
  xml: string,
  place: string | RegExp,
  by: string | ((found: string, ...groups: string[]) => string),
): string {
  const found = typeof place === 'string' ? xml.includes(place) : xml.search(place) >= 0;
  if (!found) throw new Error(`Nothing to replace: ${place}`);
  return typeof by === 'string' ? xml.replace(place, by) : xml.replace(place, by);
}
