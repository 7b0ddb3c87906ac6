using System.CommandLine;
using EmpathyBot.Simulator.Handoffs;
using EmpathyBot.Simulator.Load;
using EmpathyBot.Simulator.Replay;

var root = new RootCommand("Plays customers against a running bot.") { ReplayCommand.Create(), HandoffLoadCommand.Create(), LoadCommand.Create() };
return await root.Parse(args).InvokeAsync();
