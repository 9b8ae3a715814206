using System.Text;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Tests.Assets.Importing.JsonStreams;

public sealed class JsonFileTests
{
    static readonly string[] Whole = ["$", "$[*]"];

    [Fact]
    public void Members_of_a_map_are_handed_over_one_by_one_with_their_path_and_the_rest_is_passed_over()
    {
        var found = Read(
            """{"metadata":{"v":1},"nodes":{"model.shop.orders":{"a":[1,{"b":2}]},"plain":{"a":2}},"macros":{"x":[[{"nodes":{}}]]}}""",
            "$.metadata", "$.nodes.*");

        Assert.Equal(["$.metadata", "$.nodes['model.shop.orders']", "$.nodes.plain"], found.Select(f => f.Place));
        Assert.Equal(["$.metadata", "$.nodes.*", "$.nodes.*"], found.Select(f => f.Under));
        Assert.Equal(["metadata", "model.shop.orders", "plain"], found.Select(f => f.Name));
        Assert.Equal("""{"a":[1,{"b":2}]}""", found[1].Element.GetRawText());
    }

    [Theory]
    [InlineData("""{"a":1}""", "line 1")]
    [InlineData("""[{"a":1},{"a":2}]""", "$[0] $[1]")]
    [InlineData("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}\n", "line 1 line 3 line 4")]
    [InlineData("{\"a\":1}{\"a\":2}", "line 1 line 1")]
    [InlineData("\uFEFF {\n}\n[{}, 3]\n[[]]", "line 1 line 3: $[0] line 3: $[1] line 4: $[0]")]
    public void One_value_an_array_and_values_behind_each_other_are_all_read(string json, string places) =>
        Assert.Equal(places, string.Join(' ', Read(json, Whole).Select(f => f.Place)));

    [Theory]
    [InlineData("", typeof(JsonFile.JsonEmpty))]
    [InlineData(" \n\t ", typeof(JsonFile.JsonEmpty))]
    [InlineData("""{"a":""", typeof(JsonFile.JsonCutOff))]
    [InlineData("""{"a":1""", typeof(JsonFile.JsonCutOff))]
    [InlineData("""{"a":"x""", typeof(JsonFile.JsonCutOff))]
    [InlineData("""[{"a":1},""", typeof(JsonFile.JsonCutOff))]
    [InlineData("""[{"a":tr""", typeof(JsonFile.JsonBroken))]
    [InlineData("""{"a":NaN}""", typeof(JsonFile.JsonBroken))]
    [InlineData("""{"a":1} trailing""", typeof(JsonFile.JsonBroken))]
    [InlineData("""{"a":1}]""", typeof(JsonFile.JsonBroken))]
    [InlineData("""{"a":1,}""", typeof(JsonFile.JsonBroken))]
    [InlineData("""{'a':1}""", typeof(JsonFile.JsonBroken))]
    [InlineData("// no\n{}", typeof(JsonFile.JsonBroken))]
    [InlineData("PK\u0003\u0004", typeof(JsonFile.JsonBroken))]
    public void What_is_no_sound_json_refuses_the_file(string json, Type refusal) =>
        Assert.IsType(refusal, Assert.Throws<UnreadableException>(() => Read(json, Whole)).Why);

    [Fact]
    public void A_refusal_says_where()
    {
        var why = Assert.Throws<UnreadableException>(() => Read("{\"a\":1}\n{\"a\":2,\n  \"b\": +1}", "$")).Why;

        Assert.Equal(new JsonFile.JsonBroken("file.json", 3, 8), why);
        Assert.Equal(2, Assert.IsType<JsonFile.JsonCutOff>(Assert.Throws<UnreadableException>(() => Read("[{\n", "$[*]")).Why).Line);
    }

    [Fact]
    public void Sixteen_bit_characters_are_named_as_such() =>
        Assert.IsType<JsonFile.JsonNotUtf8>(Assert.Throws<UnreadableException>(() => Found(Encoding.Unicode.GetBytes("{}"), "$")).Why);

    [Fact]
    public void Nesting_beyond_measure_refuses_the_file_and_what_lineage_tools_nest_is_read()
    {
        Assert.Single(Read(Nested(JsonFile.MostDepth), "$"));
        Assert.IsType<JsonFile.JsonTooDeep>(Assert.Throws<UnreadableException>(() => Read(Nested(JsonFile.MostDepth + 1), "$")).Why);
        Assert.IsType<JsonFile.JsonTooDeep>(Assert.Throws<UnreadableException>(() => Read(Nested(1_000_000), "$.nothing")).Why);
    }

    [Theory]
    [InlineData("""[{"a":1,"a":2},{}]""", "twice")]
    [InlineData("""[{"a":"\ud83d"},{}]""", "half of a character")]
    [InlineData("""[{"\uDC00":1},{}]""", "half of a character")]
    public void What_is_wrong_with_one_element_passes_over_that_one(string json, string reason)
    {
        var found = Read(json, "$[*]");

        Assert.Contains(reason, found[0].Rejected!.Reason, StringComparison.Ordinal);
        Assert.Equal("$[0]", found[0].Rejected!.Place);
        Assert.Null(found[1].Rejected);
    }

    [Fact]
    public void Bytes_that_are_no_text_pass_over_their_element_or_refuse_the_file_where_they_are_a_name()
    {
        var inside = Found([.. "[{\"a\":\""u8, 0xC3, 0x28, .. "\"},{}]"u8], "$[*]");
        Assert.Contains("UTF-8", inside[0].Rejected!.Reason, StringComparison.Ordinal);
        Assert.Null(inside[1].Rejected);

        Assert.IsType<JsonFile.JsonNotUtf8>(Assert.Throws<UnreadableException>(() => Found([.. "{\""u8, 0xFF, .. "\":1}"u8], "$.a")).Why);
    }

    [Fact]
    public void A_member_that_is_there_twice_is_taken_once_at_every_level()
    {
        var found = Read("""{"nodes":{"a":{"v":1},"a":{"v":2},"b":3},"nodes":{"c":4},"x":1,"x":2}""", "$.nodes.*");

        Assert.Equal(["$.nodes.a", "$.nodes.a", "$.nodes.b", "$.nodes"], found.Select(f => f.Place));
        Assert.Equal([false, true, false, true], found.Select(f => f.Rejected is not null));
        Assert.Equal(1, found[0].Element.GetProperty("v").GetInt32());
    }

    [Fact]
    public void A_file_far_larger_than_the_memory_it_may_cost_is_read_to_its_end()
    {
        // 400 MB that exist nowhere: a map of 200,000 nodes with 2 KB of code each.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var node = Encoding.UTF8.GetBytes($$""":{"name":"orders","raw_code":"{{new string('x', 2_000)}}"}""");
        using var file = new Woven("{\"nodes\":{"u8.ToArray(), i => i < 200_000 ? [
            .. Encoding.UTF8.GetBytes($"{(i == 0 ? "" : ",")}\"model.{i}\""), .. node
        ] : i == 200_000 ? "}}"u8.ToArray() : []);

        var peak = 0L;
        var count = JsonFile.Read(file, "m.json", "$.macros.*", "$.metadata").Count();
        peak = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, count);
        Assert.True(file.Passed > 400_000_000);
        Assert.True(peak - file.Made < 2_000_000, $"{peak - file.Made:N0} bytes were allocated to pass over {file.Passed:N0}.");
    }

    [Fact]
    public void An_element_beyond_measure_is_passed_over_and_named_and_a_long_string_costs_only_itself()
    {
        static byte[] Piece(int i) => i switch
        {
            0 => "{\"nodes\":{\"huge\":{\"columns\":["u8.ToArray(),
            <= 20 => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat($"\"{new string('c', 999)}\"", 1_000)) + ","),
            21 => "1]},\"long\":{\"raw_code\":\"\\\""u8.ToArray(),
            <= 60 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("select \\\"x\\\\\\\", é ", 60_000))),
            61 => "\\\\\",\"name\":\"orders\"},\"last\":{\"name\":\"x\"}}}"u8.ToArray(),
            _ => [],
        };
        using var file = new Woven([], Piece);

        var found = JsonFile.Read(file, "m.json", "$.nodes.*").ToList();

        Assert.Equal(["$.nodes.huge", "$.nodes.long", "$.nodes.last"], found.Select(f => f.Place));
        Assert.Contains("larger than 16 MB", found[0].Rejected!.Reason, StringComparison.Ordinal);
        Assert.Equal("""{"raw_code":"","name":"orders"}""", found[1].Element.GetRawText());
        Assert.Equal("x", found[2].Element.GetProperty("name").GetString());
    }

    [Fact]
    public void However_the_bytes_arrive_the_same_is_read()
    {
        var json = Encoding.UTF8.GetBytes(
            "{\"skip\":[1,2,{\"é\":\"\\\"\\\\\"}],\"nodes\":{\"ä\":{\"v\":\"😀\"},\"b\":[true,null]}}\n{\"nodes\":{\"c\":1.5e3}} ");
        var whole = JsonFile.Read(new MemoryStream(json), "f", "$.nodes.*").Select(f => f.Place + f.Element.GetRawText()).ToList();
        var byByte = JsonFile.Read(new Woven([], i => i < json.Length ? [json[i]] : []), "f", "$.nodes.*")
            .Select(f => f.Place + f.Element.GetRawText()).ToList();

        Assert.Equal(["$.nodes['ä']{\"v\":\"😀\"}", "$.nodes.b[true,null]", "line 2: $.nodes.c1.5e3"], whole);
        Assert.Equal(whole, byByte);
    }

    static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

    static List<JsonFound> Read(string json, params string[] wanted) => Found(Encoding.UTF8.GetBytes(json), wanted);

    static List<JsonFound> Found(byte[] json, params string[] wanted) => [.. JsonFile.Read(new MemoryStream(json), "file.json", wanted)];
}
