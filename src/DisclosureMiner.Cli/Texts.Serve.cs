namespace DisclosureMiner.Cli;

/// <content>The server's options.</content>
internal sealed partial class Texts
{
    public string Serve => Say(
        "启动服务：后台处理、定时采集、网页和 HTTP 接口。还可给出 ASP.NET Core 的设置。",
        "Run the server: mining in the background, crawling, pages, the HTTP API. Settings of ASP.NET Core go too.");

    /// <summary>Names, values and descriptions.</summary>
    public (string Name, string Value, string Description)[] ServeOptions =>
    [
        ("data", "DIR", Say("数据文件夹：数据库、原始文件（blobs）、报告（reports）。默认 disclosures-data。", "Folder of the database, original bytes (blobs) and reports. Default: disclosures-data.")),
        ("postgres", "CONNECTION", Say("PostgreSQL 连接串。不给出时用数据文件夹中的 SQLite 文件。", "Connection string of PostgreSQL. Without it, a SQLite file in the data folder.")),
        ("roles", "ROLES", Say("本机的任务：worker、crawler、web，用逗号分隔。默认全部。", "What this machine does: worker, crawler, web, parted by commas. Default: all.")),
        ("jobs", "N", Say("同时处理的文件数。默认为处理器个数。", "How many documents at a time. Default: the number of processors.")),
        ("watch", "DIR", Say("监视的文件夹，可多次给出。默认为数据文件夹中的 inbox。", "A folder whose new files are mined; may be given several times. Default: inbox in the data folder.")),
        ("pipelines", "DIR", Say("采集来源所在的知识库文件夹（其中的 sources/*.yaml）。默认为程序自带的。", "A folder whose sources/*.yaml say what is crawled. Default: the one beside the program.")),
        ("urls", "URLS", Say("监听地址，用分号分隔。默认 http://127.0.0.1:5080。", "Addresses to listen at, parted by semicolons. Default: http://127.0.0.1:5080.")),
        ("api-key", "KEY", Say("访问密钥，至少 16 个字符。命令行会被他人看到，宜用文件或环境变量。", "What callers must know, at least 16 characters. Others may see a command line: better a file or the environment.")),
        ("api-key-file", "FILE", Say("存放访问密钥的文件。", "A file that holds the key.")),
        ("max-upload-mb", "N", Say("可上传的最大文件（MB）。默认 512。", "The largest file that is taken, in MB. Default: 512.")),
        ("max-backlog", "N", Say("等待处理的文件达到该数时不再接收。默认 100000。", "When so many documents wait, no more are taken. Default: 100000.")),
    ];
}
