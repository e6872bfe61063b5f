// Makes the index of questions once in a fresh process that has the knowledge, with the modules that it takes.
import { readKnowledge } from '../../knowledge/read.js';

const knowledge = readKnowledge();
const start = performance.now();
const { finderOf } = await import('../../answer/finder.js');
finderOf(knowledge);
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
