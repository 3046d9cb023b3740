// How fltcheck is started, for the server and for the task.

export interface Settings {
  path: string;
  arguments: string[];
  debounce: number;
}

export interface Task {
  type: string;
  path?: string;
  arguments?: string[];
}

/** The server's command, as words. */
export function serverCommand(settings: Settings): { command: string; args: string[] } {
  return { command: settings.path, args: ["--lsp", ...settings.arguments] };
}

/**
 * The command that checks a whole driver, as words. Every finding is a line that the problem
 * matcher of package.json reads; findings are no failure of the task, which shows them.
 */
export function taskCommand(settings: Settings, task: Task, folder: string): {
  command: string;
  args: string[];
} {
  return {
    command: settings.path,
    args: ["--quiet", ...settings.arguments, ...(task.arguments ?? []), task.path ?? folder],
  };
}
