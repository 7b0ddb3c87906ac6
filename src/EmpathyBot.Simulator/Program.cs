using System.CommandLine;
using EmpathyBot.Simulator.Handoffs;
using EmpathyBot.Simulator.Replay;

var root = new RootCommand("Plays customers against a running bot over Direct Line.") { ReplayCommand.Create(), HandoffLoadCommand.Create() };
return await root.Parse(args).InvokeAsync();
