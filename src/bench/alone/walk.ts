// Walks all paths of the flow once in a fresh process.
import { walk } from '../../check/walk.js';
import { readKnowledge } from '../../knowledge/read.js';
import { day } from '../answer-sets.js';

const knowledge = readKnowledge();
const start = performance.now();
const { states, paths } = walk(knowledge, day);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, states: states.length, paths: Number(paths) }));
