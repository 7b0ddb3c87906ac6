using EmpathyBot.Text;

namespace EmpathyBot.Tests.Text;

public sealed class HashPlacesTests
{
    [Fact]
    public void Hashes_get_places_in_the_order_in_which_they_come_and_each_once()
    {
        var places = new HashPlaces();
        Assert.Equal([0, 1, 0, 2, 1], new uint[] { 40, 7, 40, 0, 7 }.Select(places.Add));
        Assert.Equal([40u, 7u, 0u], places.Hashes.ToArray());
        Assert.Equal(3, places.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(10_000)]
    public void However_many_come_all_are_found_and_no_other(int capacity)
    {
        var places = new HashPlaces(capacity);
        var random = new Random(5);
        // The extremes, neighbours, and many that fall on the same slots.
        uint[] hashes = [0, uint.MaxValue, .. Enumerable.Range(1, 2000).Select(at => (uint)at), .. Enumerable.Range(1, 2000).Select(at => (uint)at << 20), .. Enumerable.Range(0, 2000).Select(_ => (uint)random.NextInt64(uint.MaxValue))];
        var known = new Dictionary<uint, int>();
        foreach (var hash in hashes)
        {
            known.TryAdd(hash, known.Count);
            Assert.Equal(known[hash], places.Add(hash));
        }

        Assert.Equal(known.Count, places.Count);
        Assert.All(known, pair => Assert.Equal(pair.Value, places.Find(pair.Key)));
        Assert.All(Enumerable.Range(0, 5000).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Where(hash => !known.ContainsKey(hash)), hash => Assert.Equal(-1, places.Find(hash)));
    }

    [Fact]
    public void An_empty_one_finds_nothing() => Assert.Equal(-1, new HashPlaces().Find(0));

    [Fact]
    public void Counts_are_merged_as_all_values_are()
    {
        var random = new Random(11);
        var (one, other) = (new FeatureVector(1), new FeatureVector(1));
        for (var round = 0; round < 50; round++)
        {
            one.Clear();
            other.Clear();
            for (var at = 0; at < round * 7; at++)
            {
                var (feature, count) = ((uint)random.NextInt64(40) * 0x0FFF_FFFF, random.Next(-3, 9));
                one.Add(feature, count);
                other.Add(feature, count);
            }

            one.Merge();
            other.MergeCounts();
            Assert.Equal(one.Features.ToArray(), other.Features.ToArray());
            Assert.Equal(one.Values.ToArray(), other.Values.ToArray());
        }
    }
}
