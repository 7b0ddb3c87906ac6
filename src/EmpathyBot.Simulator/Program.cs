using System.CommandLine;
using EmpathyBot.Simulator.Replay;

var root = new RootCommand("Plays customers against a running bot over Direct Line.") { ReplayCommand.Create() };
return await root.Parse(args).InvokeAsync();
