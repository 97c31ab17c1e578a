/** Fetches what the explorer is asked for beside notes and links: filters, colours, days, nodes of tags. */
import { isAge } from '../contract/choice.ts';
import type { Needs } from '../query/plan.ts';
import type { Explorer } from './explorer.svelte.ts';

/** What answers the queries of the choice, colours it and adds nodes, if there is any of these. */
export async function learnChoice(explorer: Explorer): Promise<void> {
  const { filter, groups, colour } = explorer.choice;
  if (explorer.asks) {
    const asking = (explorer.asking ??= await import('./graph/garden/asked.ts'));
    const needs = asking.needs([filter.only, ...groups.map(({ query }) => query)]);
    if (needs !== 'nothing') await learnFacts(explorer, needs);
  }
  const isByGarden = colour !== 'region' && colour !== 'groups' && !isAge(colour);
  if (isByGarden) explorer.painting ??= await import('./graph/garden/colouring.ts');
  if (filter.tags || filter.attachments) {
    const { ExtraNodes } = await import('./extra-nodes.svelte.ts');
    await (explorer.extras ??= new ExtraNodes(explorer)).learn();
  }
}

/** What tells the days of notes. */
export async function learnDays(explorer: Explorer): Promise<void> {
  const [dating] = await Promise.all([import('./graph/garden/ages.ts'), learnFacts(explorer, 'facts')]);
  explorer.dating = dating;
}

/** What is known about notes beside their links, where the site has it. */
export async function learnFacts(explorer: Explorer, needs: Needs): Promise<void> {
  const file = explorer.factsFile;
  if (file === null) return;
  const { loadFacts } = await import('./graph/garden/facts-file.ts');
  const facts = await loadFacts(file, needs);
  if (file === explorer.factsFile) explorer.facts = facts;
}
