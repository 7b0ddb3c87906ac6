namespace EmpathyBot.Content.Solving;

/// <summary>A place among phrases.</summary>
/// <param name="Words">Where each word leads; null when none does.</param>
/// <param name="Any">Where any word leads.</param>
/// <param name="Ends">True when a phrase may end here.</param>
internal sealed record PhraseNode(Dictionary<string, int[]>? Words, int[] Any, bool Ends);

/// <summary>Where one reading of a text stands, word after word. One for each thread, used again and again.</summary>
internal sealed class PhraseWalk
{
    [ThreadStatic]
    private static PhraseWalk? _ofThisThread;

    private PhraseNode[] _nodes = [];
    private int[] _entered = [];
    private List<int> _now = [];
    private List<int> _next = [];
    private int _mark;

    /// <summary>True when a phrase may end where the reading stands.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The places where the reading stands.</summary>
    public List<int> Standing => _now;

    /// <summary>True when the word just read led nowhere.</summary>
    public bool IsStuck => _next.Count == 0;

    /// <summary>A new walk; the one before is over.</summary>
    public static PhraseWalk OfThisThread(PhraseNode[] nodes)
    {
        var walk = _ofThisThread ??= new();
        walk._nodes = nodes;
        if (walk._entered.Length < nodes.Length)
            walk._entered = new int[nodes.Length * 2];
        walk._next.Clear();
        walk.MoveMark();
        return walk;
    }

    /// <summary>Stands there once the next step is made.</summary>
    public void Enter(int[] places)
    {
        foreach (var place in places)
            Enter(place);
    }

    /// <inheritdoc cref="Enter(int[])"/>
    public void Enter(int place)
    {
        if (_entered[place] == _mark)
            return;
        _entered[place] = _mark;
        _next.Add(place);
    }

    /// <summary>Goes where was entered.</summary>
    public void Step()
    {
        (_now, _next) = (_next, _now);
        _next.Clear();
        HasEnded = false;
        foreach (var place in _now)
            HasEnded |= _nodes[place].Ends;
        MoveMark();
    }

    // Marks of earlier steps and walks count as not entered, so that nothing need be wiped in between.
    private void MoveMark()
    {
        if (_mark == int.MaxValue)
        {
            Array.Clear(_entered);
            _mark = 0;
        }

        _mark++;
    }
}
