using System.CommandLine;
using EmpathyBot.Simulator.Handoffs;
using EmpathyBot.Simulator.Load;
using EmpathyBot.Simulator.Replay;
using EmpathyBot.Simulator.Start;
using EmpathyBot.Simulator.Streams;

var root = new RootCommand("Plays customers against a running bot.")
{
    ReplayCommand.Create(), HandoffLoadCommand.Create(), LoadCommand.Create(), StreamsCommand.Create(), StartCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
