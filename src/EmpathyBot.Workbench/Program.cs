using EmpathyBot.Workbench;

return await WorkbenchCommands.RunAsync(args, Console.Out, Console.Error);
