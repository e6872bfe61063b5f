// Loads what the bot loads, and nothing else: shows that a trace of it can be seen.
import '../../slack/app.js';
