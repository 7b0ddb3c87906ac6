using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.GoEmotions;

/// <summary><c>train --labels goemotions</c>: the 28 labels of Reddit comments, to compare with what others publish. Not shipped.</summary>
internal static class GoEmotionsTraining
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    public static int Run(string folder, FileInfo file, TextWriter output, TextWriter error)
    {
        var labels = GoEmotionsFiles.Labels(folder);
        var (train, dev) = (GoEmotionsFiles.Read(folder, "train", labels.Count), GoEmotionsFiles.Read(folder, "dev", labels.Count));
        WholeFile.Write(file, new GoEmotionsTrainer(train, labels, LanguageLexicon.Open("en"), error.WriteLine).Train().Write());

        // What counts is the file: it is read back and scored before anything is said of it.
        var model = MultiLabelModel.Open(file);
        var counts = new MultiLabelCounts(labels.Count);
        foreach (var comment in dev)
        {
            var chosen = new List<int>();
            model.Read(comment.Text, chosen);
            counts.Add(comment.Labels, chosen);
        }

        var page = new JsonObject
        {
            ["model"] = file.Name,
            ["sha256"] = FileHash.Of(file),
            ["bytes"] = file.Length,
            ["command"] = "train --labels goemotions",
            ["trainedOn"] = train.Count,
            ["dev"] = new JsonObject { ["comments"] = dev.Count, ["macroF1"] = Math.Round(counts.MacroF1, 4), ["microF1"] = Math.Round(counts.MicroF1, 4) },
        };
        WholeFile.Write(new(file.FullName + ".json"), page.ToJsonString(Readable) + "\n");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.Length} bytes; on dev macro-F1 {counts.MacroF1:0.000}, micro-F1 {counts.MicroF1:0.000}."));
        return 0;
    }
}
