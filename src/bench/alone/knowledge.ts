// Reads the knowledge once in a fresh process, with the modules that it takes.
const start = performance.now();
const { readKnowledge } = await import('../../knowledge/read.js');
readKnowledge();
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
