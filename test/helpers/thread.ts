/** The main of a thread of the command line, from source. */
import { answerTasks } from '../../server/src/cli/threads.js';

answerTasks();
