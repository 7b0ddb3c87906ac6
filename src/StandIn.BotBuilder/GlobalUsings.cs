global using System.Text.Json;
global using StandIn.Bot.Schema;
