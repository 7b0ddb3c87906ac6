using System.Globalization;
using System.Text;

namespace EmpathyBot.Simulator.Load;

/// <summary>A line chart as SVG, without a script and without anything from elsewhere.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Of the upright axis.</param>
/// <param name="Across">What the level axis counts.</param>
/// <param name="Lines">Name, colour and one value a step.</param>
internal sealed record LoadChart(string Title, string Unit, string Across, IReadOnlyList<(string Name, string Colour, IReadOnlyList<double> Values)> Lines)
{
    private const int Width = 760, Height = 260, Left = 64, Right = 16, Top = 34, Bottom = 40;
    private const int Marks = 4;

    public string ToSvg()
    {
        var steps = Math.Max(2, Lines.Max(line => line.Values.Count));
        var most = Round(Math.Max(1e-9, Lines.SelectMany(line => line.Values).DefaultIfEmpty().Max()));
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" aria-label="{Title}" font-family="sans-serif" font-size="12">""");
        Add(svg, $"""<text x="{Left}" y="18" font-weight="bold">{Title}</text>""");
        for (var mark = 0; mark <= Marks; mark++)
        {
            var y = Y(most * mark / Marks, most);
            Add(svg, $"""<line x1="{Left}" x2="{Width - Right}" y1="{y}" y2="{y}" stroke="#ddd"/><text x="{Left - 6}" y="{y + 4}" text-anchor="end">{most * mark / Marks:0.##}</text>""");
        }

        Add(svg, $"""<text x="{Left}" y="{Height - 10}">0</text><text x="{Width - Right}" y="{Height - 10}" text-anchor="end">{steps - 1} {Across}</text>""");
        Add(svg, $"""<text x="4" y="{Top - 4}">{Unit}</text>""");
        var named = Width - Right;
        foreach (var (name, colour, values) in Lines.Reverse())
        {
            var points = string.Join(' ', values.Select((value, step) => string.Create(CultureInfo.InvariantCulture, $"{X(step, steps):0.#},{Y(value, most):0.#}")));
            Add(svg, $"""<polyline fill="none" stroke="{colour}" stroke-width="1.5" points="{points}"/><text x="{named}" y="18" text-anchor="end" fill="{colour}">{name}</text>""");
            named -= 14 + (name.Length * 7);
        }

        return svg.Append("</svg>").ToString();
    }

    private static double X(int step, int steps) => Left + ((double)step / (steps - 1) * (Width - Left - Right));

    private static double Y(double value, double most) => Height - Bottom - (value / most * (Height - Top - Bottom));

    /// <summary>The next of 1, 2, 5 times a power of ten: a scale that can be read.</summary>
    private static double Round(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return (most / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }

    private static void Add(StringBuilder svg, FormattableString piece) => svg.Append(piece.ToString(CultureInfo.InvariantCulture));
}
