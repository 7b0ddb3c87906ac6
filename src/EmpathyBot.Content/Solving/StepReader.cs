using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads the steps of one procedure in order, following each <c>use</c> into its block.</summary>
internal sealed class StepReader
{
    private const int MostTries = 5;
    private static readonly string[] Kinds = ["ask", "call", "tell", "amends", "end"];
    private readonly ProcedureVariables _variables = new();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<ProcedureStep> _steps = [];
    private readonly List<(string File, int Line)> _places = [];
    private readonly Problems _problems;
    private readonly ProcedureParts _parts;
    private readonly AmendsReader _amends;

    public StepReader(Problems problems, ProcedureParts parts)
    {
        (_problems, _parts) = (problems, parts);
        _amends = new(parts.Amends, _variables);
    }

    /// <summary>Where each step stands, in their order: some stand in blocks.</summary>
    public IReadOnlyList<(string File, int Line)> Places => _places;

    public IReadOnlyList<ProcedureStep> Read(YamlMap procedure)
    {
        ReadAll(procedure, mayUse: true);
        if (_steps.Count == 0)
            procedure.Report(procedure.LineOf("steps"), "The procedure has no steps.");
        else if (_steps[^1] is not EndStep { When: null })
            procedure.Report(procedure.LineOf("steps"), "The procedure can run out of steps. Let its last step be an \"end\" without \"when\".");
        return _steps;
    }

    private void ReadAll(YamlMap map, bool mayUse)
    {
        foreach (var entry in map.Maps("steps"))
        {
            if (_steps is [.., EndStep { When: null } end])
                entry.Report(entry.Line, $"This step is never reached: the procedure always ends at \"{end.Id}\".");
            if (mayUse && entry.Has("use"))
                Use(entry);
            else if (ReadStep(entry) is { } step)
                Add(step, entry);
        }
    }

    private void Add(ProcedureStep step, YamlMap entry)
    {
        _steps.Add(step);
        _places.Add((entry.File, entry.LineOf(step.When is null ? "id" : "when")));
    }

    private void Use(YamlMap entry)
    {
        var name = entry.Required("use");
        entry.Close();
        if (name is not { } wanted)
            return;
        if (!_parts.Blocks.TryGetValue(wanted.Text, out var file))
        {
            var known = _parts.Blocks.Count == 0 ? "There are none" : $"Known are: {string.Join(", ", _parts.Blocks.Keys)}";
            entry.Report(wanted.Line, $"There is no block \"{wanted.Text}\". {known}.");
            return;
        }

        if (YamlFile.Read(file.Name, file.Text, _problems) is not { } block)
            return;
        ReadAll(block, mayUse: false);
        block.Close();
    }

    private ProcedureStep? ReadStep(YamlMap entry)
    {
        var id = entry.Required("id");
        var when = ReadCondition(entry);
        var kinds = Kinds.Where(entry.Has).ToList();
        if (kinds.Count != 1)
        {
            entry.Report(entry.Line, "A step has exactly one of \"ask\", \"call\", \"tell\", \"amends\", \"end\" (or \"use\" for a block).");
            return null;
        }

        if (id is not { } named)
            return null;
        if (!_ids.TryAdd(named.Text, $"{entry.File}({entry.Line})"))
            entry.Report(named.Line, $"The id \"{named.Text}\" is there already, in {_ids[named.Text]}. Each step needs its own.");
        ProcedureStep? step = kinds[0] switch
        {
            "ask" => ReadAsk(named.Text, when, entry),
            "call" => ReadCall(named.Text, when, entry),
            "tell" => ReadTell(named.Text, when, entry),
            "amends" => _amends.Read(named.Text, when, entry, Template(entry, entry.Optional("extent"))),
            _ => ReadEnd(named.Text, when, entry),
        };
        entry.Close();
        return step;
    }

    private Condition? ReadCondition(YamlMap entry)
    {
        if (entry.Optional("when") is not { } text)
            return null;
        try
        {
            var condition = Condition.Parse(text.Text);
            foreach (var test in condition.Tests)
                Check(entry, text, test);
            return condition;
        }
        catch (FormatException wrong)
        {
            entry.Report(text.Line, wrong.Message);
            return null;
        }
    }

    private void Check(YamlMap entry, YamlText text, ConditionTest test)
    {
        if (!_variables.Knows(test.Path))
            entry.Report(text.Line, $"\"{test.Path}\" is not known at this step: no earlier step saves it. Known are: {_variables.InWords()}.");
        else if (test.Literal is { } literal && _variables.ValuesOf(test.Path) is { } values && !values.Contains(literal))
            entry.Report(text.Line, $"\"{test.Path}\" is never \"{literal}\". It may be: {string.Join(", ", values)}.");
    }

    private AskStep? ReadAsk(string id, Condition? when, YamlMap entry)
    {
        var question = Template(entry, entry.Required("ask"));
        var retry = Template(entry, entry.Required("retry"));
        var kindText = entry.Required("kind");
        var save = entry.Required("save");
        var choices = entry.Texts("choices").Select(choice => choice.Text).ToList();
        var fact = entry.Flag("fact");
        var mayLack = entry.Flag("mayLack");
        var tries = entry.Number("tries", 2, 1, MostTries);
        var kind = kindText is { } written ? Names.Find<AskKind>(written.Text) : null;
        if (kindText is { } wrong && kind is null)
            entry.Report(wrong.Line, $"\"{wrong.Text}\" is no kind of answer. Known are: {string.Join(", ", Names.Of<AskKind>())}.");
        if (kind == AskKind.Choice && choices.Count < 2)
            entry.Report(entry.Line, "A choice needs at least two \"choices\".");
        if (kind != AskKind.Choice && choices.Count > 0)
            entry.Report(entry.LineOf("choices"), "Only \"kind: choice\" has \"choices\".");
        if (mayLack && kind is AskKind.Confirm or AskKind.Choice)
            entry.Report(entry.LineOf("mayLack"), "A yes, a no or a choice cannot be lacking. Leave \"mayLack\" out.");
        if (question is null || retry is null || kind is null || save is not { } name)
            return null;
        if (kind == AskKind.Confirm)
            _variables.SaveConfirmation(name.Text);
        else
            _variables.Save(name.Text, kind == AskKind.Choice ? choices : null);
        return new(id, when, question, retry, kind.Value, name.Text, fact, choices, tries) { MayLack = mayLack };
    }

    private CallStep? ReadCall(string id, Condition? when, YamlMap entry)
    {
        var name = entry.Required("call");
        var save = entry.Required("save");
        var proves = entry.Flag("provesOwnership");
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (entry.Map("with") is { } with)
        {
            foreach (var key in with.Keys)
            {
                if (Template(with, with.Required(key)) is { } value)
                    arguments[key] = value;
            }
        }

        if (name is not { } wanted || save is not { } saved)
            return null;
        if (!_parts.Operations.TryGetValue(wanted.Text, out var operation))
        {
            var known = string.Join(", ", _parts.Operations.Keys);
            entry.Report(wanted.Line, $"There is no operation \"{wanted.Text}\" in {Operations.FileName}. Known are: {known}.");
            return null;
        }

        foreach (var missing in operation.Arguments.Where(argument => !arguments.ContainsKey(argument)))
            entry.Report(entry.Line, $"\"{wanted.Text}\" needs \"{missing}\" under \"with\".");
        foreach (var unknown in arguments.Keys.Where(argument => !operation.Arguments.Contains(argument)))
            entry.Report(entry.LineOf("with"), $"\"{wanted.Text}\" takes no \"{unknown}\". It takes: {string.Join(", ", operation.Arguments)}.");
        _variables.Save(saved.Text, operation);
        return new(id, when, wanted.Text, arguments, saved.Text, proves);
    }

    private TellStep? ReadTell(string id, Condition? when, YamlMap entry)
    {
        var text = Template(entry, entry.Required("tell"));
        var promise = Template(entry, entry.Optional("promise"));
        var card = entry.Optional("card") is { } name ? CardReader.Read(entry, name, _parts.Cards, _variables, _problems) : null;
        var settles = entry.Optional("settles") is { } written ? AmendsReader.ReadSettled(when, entry, written, _steps) : null;
        return text is null ? null : new(id, when, text, promise) { Card = card, Settles = settles };
    }

    private static EndStep? ReadEnd(string id, Condition? when, YamlMap entry)
    {
        if (entry.Required("end") is not { } text)
            return null;
        if (Names.Find<ProcedureOutcome>(text.Text) is { } outcome && outcome != ProcedureOutcome.Left)
            return new(id, when, outcome);
        entry.Report(text.Line, $"\"{text.Text}\" is no end. Known are: solved, unsolved, needsPerson.");
        return null;
    }

    private string? Template(YamlMap map, YamlText? text)
    {
        if (text is not { } written)
            return null;
        _ = TemplateCheck.Check(map, written, _variables.Knows, _variables.InWords);
        WordingCheck.Check(map, written, _parts.Wording);
        return written.Text;
    }
}
