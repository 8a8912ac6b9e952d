using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Store;

/// <summary>A place: <c>{"span":[start,end]}</c> or <c>{"regions":[{"page":1,"box":[x0,y0,x1,y1]}]}</c>.</summary>
internal sealed class PlaceJson : JsonConverter<Place>
{
    private static readonly BoxJson Boxes = new();
    private static readonly TextSpanJson Spans = new();

    public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Place? place = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSpan = reader.ValueTextEquals("span");
            reader.Read();
            place = isSpan ? Place.At(Spans.Read(ref reader, typeof(TextSpan), options)) : Place.On(ReadRegions(ref reader, options));
        }

        return place ?? throw new JsonException("A place is empty.");
    }

    public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Span is { } span)
        {
            writer.WritePropertyName("span");
            Spans.Write(writer, span, options);
        }
        else
        {
            writer.WriteStartArray("regions");
            foreach (Region region in value.Regions)
            {
                writer.WriteStartObject();
                writer.WriteNumber("page", region.Page);
                writer.WritePropertyName("box");
                Boxes.Write(writer, region.Box, options);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static List<Region> ReadRegions(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var regions = new List<Region>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            int page = 0;
            Box box = default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isPage = reader.ValueTextEquals("page");
                reader.Read();
                if (isPage)
                {
                    page = reader.GetInt32();
                }
                else
                {
                    box = Boxes.Read(ref reader, typeof(Box), options);
                }
            }

            regions.Add(new Region(page, box));
        }

        return regions;
    }
}

/// <summary>A span as <c>[start,end]</c>.</summary>
internal sealed class TextSpanJson : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        int start = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        return new TextSpan(start, end);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}

/// <summary>A box as <c>[x0,y0,x1,y1]</c>, to the hundredth of a point.</summary>
internal sealed class BoxJson : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<double> sides = stackalloc double[4];
        foreach (ref double side in sides)
        {
            reader.Read();
            side = reader.GetDouble();
        }

        reader.Read();
        return new Box(sides[0], sides[1], sides[2], sides[3]);
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(value.X0, 2));
        writer.WriteNumberValue(Math.Round(value.Y0, 2));
        writer.WriteNumberValue(Math.Round(value.X1, 2));
        writer.WriteNumberValue(Math.Round(value.Y1, 2));
        writer.WriteEndArray();
    }
}
