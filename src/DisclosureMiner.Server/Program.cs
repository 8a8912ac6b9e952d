using DisclosureMiner.Server;

return await ServerHost.Run(args);
